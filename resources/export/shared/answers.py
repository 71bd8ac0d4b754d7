"""What a model's outputs mean, and its export check once more with your own files. Needs Pillow and numpy.

The samples of all formats use it: each has a function that runs the model, and the rest is here.
"""

import argparse
import json
from hashlib import sha256
from pathlib import Path

import numpy as np

from preprocess import is_exact, model_input

HERE = Path(__file__).resolve().parent
METADATA = json.loads((HERE / 'metadata.json').read_text('utf-8'))
# Largest difference where a picture cannot be decoded bit for bit as the app does.
INEXACT_LIMIT = 0.01
LABELS = (HERE / 'labels.txt').read_text('utf-8').split('\n')[:-1]


def read(path):
    """The model's input for an image file: uint8 [1, size, size, 3], RGB."""
    image = model_input(path, METADATA['preprocessing']['framing'], METADATA['input']['size'])
    return np.asarray(image, dtype=np.uint8)[np.newaxis]


def answer(probabilities, logits):
    """What to tell a person of one image: (label, percentage or None, whether it is none of the classes)."""
    best = int(np.argmax(probabilities))
    known = METADATA['classes'][best]
    # A softmax always names a class: 'none of these' is a threshold on logits, or a class that stands for all else.
    threshold = METADATA['rejection']['logit']
    unlike = threshold is not None and not known['base'] and logits[best] < threshold
    none = unlike or known.get('kind') == 'background'
    # Where probabilities were not calibrated they are good for an order, and no percentages.
    percentage = 100 * float(probabilities[best]) if METADATA['calibration']['calibrated'] else None
    return LABELS[best], percentage, none


def sentence(probabilities, logits):
    label, percentage, none = answer(probabilities, logits)
    sure = '' if percentage is None else f', {percentage:.0f} %'
    return f'none of these (the nearest is {label})' if none else f'{label}{sure}'


def check(predict, places):
    """Runs the model on the files that the app checked it with, and compares its answers with the app's."""
    stated = json.loads((HERE / 'check.json').read_text('utf-8'))
    answers = {one['sha256']: np.array(one['probabilities']) for one in stated['answers']}
    columns = columns_of(stated['labels'])
    found = []
    for path in (file for place in places for file in files_in(place)):
        app = answers.pop(sha256(path.read_bytes()).hexdigest(), None)
        if app is not None:
            mine = np.asarray(predict(read(path))[0], dtype=np.float64)[columns]
            found.append(compare(app, mine, stated['tie'], is_exact(path)))
    limits = {True: stated['limit'], False: INEXACT_LIMIT}
    return {
        'images': len(found),
        'missing': len(answers),
        'maxAbsDiff': max((one['difference'] for one in found if one['exact']), default=None),
        'limit': stated['limit'],
        'inexact': sum(not one['exact'] for one in found),
        'inexactMaxAbsDiff': max((one['difference'] for one in found if not one['exact']), default=None),
        'cosine': min((one['cosine'] for one in found), default=None),
        'top1Agreement': sum(one['agree'] for one in found) / len(found) if found else None,
        'passed': bool(found) and all(one['agree'] and one['difference'] <= limits[one['exact']] for one in found),
    }


def columns_of(labels):
    """For each class of the app its place in labels.txt; of labels that occur more than once, in the order they come."""
    places = {}
    for place, label in enumerate(LABELS):
        places.setdefault(label, []).append(place)
    return [places[label].pop(0) for label in labels]


def compare(app, mine, tie, exact):
    first, second = int(np.argmax(app)), int(np.argmax(mine))
    tie = tie if exact else INEXACT_LIMIT
    agree = first == second or app[first] - app[second] <= tie or mine[second] - mine[first] <= tie
    cosine = float(app @ mine / (np.linalg.norm(app) * np.linalg.norm(mine)))
    difference = float(np.max(np.abs(app - mine)))
    return {'difference': difference, 'cosine': cosine, 'agree': bool(agree), 'exact': exact}


def files_in(place):
    path = Path(place)
    return sorted(file for file in path.rglob('*') if file.is_file()) if path.is_dir() else [path]


def main(predict):
    """`predict` takes uint8 [1, size, size, 3] and gives the probabilities and the logits of one image, [C] each."""
    parser = argparse.ArgumentParser(description='Says what images show.')
    parser.add_argument('images', nargs='+', help='image files, or folders of them')
    parser.add_argument('--check', action='store_true', help='repeat the export check with the files that it was made with')
    parser.add_argument('--json', action='store_true', help='figures of the check as JSON')
    chosen = parser.parse_args()
    if not chosen.check:
        for path in (file for place in chosen.images for file in files_in(place)):
            print(f'{path}: {sentence(*predict(read(path)))}')
        return
    found = check(predict, chosen.images)
    print(json.dumps(found) if chosen.json else report(found))
    raise SystemExit(0 if found['passed'] else 1)


def report(found):
    if found['images'] == 0:
        return 'None of these files is one that the export was checked with.'
    agreed = round(found['top1Agreement'] * found['images'])
    parts = [f"{'Passed' if found['passed'] else 'FAILED'}: {found['images']} images, {found['missing']} more not found"]
    if found['maxAbsDiff'] is not None:
        parts.append(f"largest difference {found['maxAbsDiff']:.2g} (at most {found['limit']:g})")
    if found['inexact']:
        parts.append(
            f"{found['inexactMaxAbsDiff']:.2g} (at most {INEXACT_LIMIT:g}) for {found['inexact']} whose colours are converted"
        )
    parts += [f"least cosine {found['cosine']:.7f}", f"same first class {agreed} of {found['images']}"]
    return '; '.join(parts) + '.'
