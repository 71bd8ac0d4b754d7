"""Which photos make the sample: the class folders, and photos without a class at the root.

Paths are those inside gcompris-qt-data's resource files, below gcompris/src/activities/. Every class has at least six
photos; the rest has more of the same and things of no class, so that a first try meets both. Looked at one by one.
"""

TOOLS = "categorization/resource/images/tools"
FISHES = "categorization/resource/images/fishes"
RENEWABLE = "categorization/resource/images/renewable"
MONUMENTS = "categorization/resource/images/monuments"
THINGS = "categorization/resource/images/others"
WILD = "erase/resource"
FARM = "explore_farm_animals/resource/animals"
WORLD = "explore_world_animals/resource/animals"
FRANCE = "explore_monuments/resource/france"
GERMANY = "explore_monuments/resource/germany"
INDIA = "explore_monuments/resource/india"


def below(folder, names):
    return [f"{folder}/{name}.webp" for name in names.split()]


CLASSES = {
    "arch": below(MONUMENTS, "IndiaGate arcDeTriomphe brandenburgGate monument2") + below(INDIA, "charminar gatewayofIndia"),
    "bird": below(WILD, "heron kingfisher northern_harrier penguin toucan") + below(FARM, "chicken duck owl"),
    "castle": below(FRANCE, "chateaudeChambord chateaudeChenonceau citedeCarcassonne palaisdesPapes")
    + below(GERMANY, "neuschwansteinCastle schwerinPalace"),
    "church": below(MONUMENTS, "cathedral monument3") + below(FRANCE, "reimsCathedral")
    + below(GERMANY, "aulaPalatina berlinCathedral wormsCathedral"),
    "fish": below(FISHES, "fish1 fish3 fish4 fish5 fish6 fish8 fish9 fish13 fish15 fish16"),
    "hammer": below(TOOLS, "hammer1 hammer2 hammer4 hammer5 hammer6 hammer8 hammer9"),
    "hoofed animal": below(WILD, "calf goat horse nubian_ibex") + below(FARM, "cow sheep") + below(WORLD, "bison moose"),
    "pliers": below(TOOLS, "cuttingTool plier1 plier2 plier3 plier4 sideCutter1"),
    "tape measure": below(TOOLS, "measuringTape1 measuringTape2 measuringTape3 measuringTape4 measuringTape5 measuringTape6"),
    "windmill": below(RENEWABLE, "windmill windmill1 windmill4 windmill5 windmill7 windmill8 windmill9 windmill11 windmill13"),
}  # fmt: skip
UNLABELLED = [
    *below(FISHES, "fish2 fish10 fish12 fish18 fish19 fish22 fish24 fish25 fish28"),
    *below(RENEWABLE, "windmill12 windmill14 windmill15 dam2 dam5 solar4 solar5 solar6 solar7 solar8"),
    *below(TOOLS, "hammer3 hammer7 scissors1 scissors2 scissors3 scissors4 screwDriver screwDriver1 screwDriver2 wrench"),
    *below(THINGS, "baseball cup buffetset chair volleyball"),
    *below(MONUMENTS, "eiffelTower tajMahal parthenon greatPyramid"),
    *below(WILD, "swans red_panda crab butterfly"),
    *below(WORLD, "scarlet_macaw koala panda"),
]
# The list of origins inside the package misspells two of its own files.
MISSPELT = {"screwDriver.webp": "screDriver.webp", "aulaPalatina.webp": "audaPalatina.webp"}
