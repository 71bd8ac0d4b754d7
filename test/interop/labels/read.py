"""Reads what Imprint Studio wrote with the programs it is written for, and says as JSON what they found."""
import json
import os
import sys
import zipfile


def pandas(folder):
    import pandas as pd
    table = pd.read_csv(os.path.join(folder, 'images.csv'))
    classes = pd.read_csv(os.path.join(folder, 'labels.csv'), keep_default_na=False)
    return {'columns': list(table.columns), 'labels': table['label'].value_counts().to_dict(),
            'classes': classes.sort_values('index')['label'].tolist(),
            'boxes': int(table['x'].notna().sum())}


def numpy(folder):
    import csv
    import numpy as np
    values = np.load(os.path.join(folder, 'embeddings.npy'))
    with open(os.path.join(folder, 'embeddings.csv'), newline='') as file:
        rows = list(csv.DictReader(file))
    return {'shape': list(values.shape), 'dtype': str(values.dtype), 'c': bool(values.flags['C_CONTIGUOUS']),
            'first': values[:2].tolist(), 'rows': len(rows)}


def image_folder(folder):
    """What torchvision.datasets.ImageFolder does: classes are sorted folder names, none may be empty."""
    from PIL import Image
    classes = sorted(entry.name for entry in os.scandir(folder) if entry.is_dir())
    found = {}
    for name in classes:
        files = sorted(os.listdir(os.path.join(folder, name)))
        for file in files:
            Image.open(os.path.join(folder, name, file)).convert('RGB')
        found[name] = len(files)
    return found


def _labels(dataset):
    names = [label.name for label in dataset.categories()[_label_type()]]
    found = []
    for item in dataset:
        for one in item.annotations:
            box = [round(v, 2) for v in one.get_bbox()] if one.type.name == 'bbox' else None
            found.append([item.id, names[one.label], box])
    return sorted(found, key=lambda one: (one[0], one[1]))


def _label_type():
    from datumaro.components.annotation import AnnotationType
    return AnnotationType.label


def datumaro_imagenet(folder):
    from datumaro.components.dataset import Dataset
    target = os.path.join(folder, 'unzipped')
    zipfile.ZipFile(os.path.join(folder, 'images.zip')).extractall(target)
    return _labels(Dataset.import_from(target, 'imagenet'))


def datumaro_cvat(folder):
    from datumaro.components.dataset import Dataset
    return _labels(Dataset.import_from(folder, 'cvat'))


def label_studio(folder):
    from label_studio_sdk.label_interface import LabelInterface
    with open(os.path.join(folder, 'config.xml')) as file:
        interface = LabelInterface(file.read())
    with open(os.path.join(folder, 'tasks.json')) as file:
        tasks = json.load(file)
    problems = []
    for task in tasks:
        for annotation in task['annotations']:
            if not interface.validate_annotation({'result': annotation['result']}):
                problems.append(['annotation', task['data']['image']])
        for prediction in task['predictions']:
            problems += interface.validate_prediction(prediction, return_errors=True)
    return {'valid': interface.validate() is None, 'tasks': len(tasks), 'problems': problems,
            'choices': interface.get_control('choice').labels}


def fiftyone(folder):
    from fiftyone.utils.data.importers import FiftyOneImageClassificationDatasetImporter
    found = {}
    with FiftyOneImageClassificationDatasetImporter(folder, compute_metadata=False) as importer:
        for path, _, label in importer:
            found[os.path.basename(path)] = label.label if label is not None else None
        return {'labels': found, 'classes': importer.get_dataset_info().get('classes')}


def fiftyone_dataset(folder):
    import fiftyone as fo
    dataset = fo.Dataset.from_dir(folder, dataset_type=fo.types.FiftyOneImageClassificationDataset)
    return dataset.count_values('ground_truth.label')


print(json.dumps(globals()[sys.argv[1]](sys.argv[2])))
