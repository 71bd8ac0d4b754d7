/**
 * @file Runs in a process of its own: writes the SavedModel and ends itself with SIGKILL at the nth rename or flush, as
 * a power cut or an impatient person would. Arguments: bundle, backbone, cache, operation, n.
 */
const files = require('node:fs/promises');

const [, , bundle, backbone, cache, operation, nth] = process.argv;
let calls = 0;

function dieInTime() {
  calls += 1;
  if (calls === Number(nth)) process.kill(process.pid, 'SIGKILL');
}

if (operation === 'rename') {
  const { rename } = files;
  files.rename = (...names) => {
    dieInTime();
    return rename(...names);
  };
} else {
  const { open } = files;
  files.open = async (...how) => {
    const handle = await open(...how);
    const sync = handle.sync.bind(handle);
    handle.sync = () => {
      dieInTime();
      return sync();
    };
    return handle;
  };
}

void require(bundle).ensureSavedModel(backbone, cache);
