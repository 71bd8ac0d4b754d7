/**
 * @file Runs exportChild and ends its own process with SIGKILL at the nth change to the disk, as a power cut or an
 * impatient person would. Arguments: folder, bundle, n.
 */
const { promises } = require('node:fs');

const [, , , bundle, nth] = process.argv;
let calls = 0;

function dieInTime() {
  calls += 1;
  if (calls === Number(nth)) process.kill(process.pid, 'SIGKILL');
}

for (const name of ['mkdir', 'rename', 'rm']) {
  const original = promises[name];
  promises[name] = (...args) => {
    dieInTime();
    return original(...args);
  };
}

const { open } = promises;
promises.open = async (...how) => {
  const handle = await open(...how);
  for (const name of ['writeFile', 'sync']) {
    const original = handle[name].bind(handle);
    handle[name] = (...args) => {
      dieInTime();
      return original(...args);
    };
  }
  return handle;
};

require(bundle);
