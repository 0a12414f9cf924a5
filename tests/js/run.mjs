// Makes every call of the local endpoint with the AWS SDK for JavaScript, against the standalone process.
//   npm install && node run.mjs [path of BedrockPS.Local.dll]
import { createClients, createPlainClients } from './lib/clients.mjs';
import { startEndpoint } from './lib/endpoint.mjs';
import { runSuite } from './lib/suite.mjs';
import * as access from './suites/access.mjs';
import * as controlPlane from './suites/control-plane.mjs';
import * as converse from './suites/converse.mjs';
import * as errors from './suites/errors.mjs';
import * as invoke from './suites/invoke.mjs';
import * as runtime from './suites/runtime.mjs';

const runs = [
  ['converse', converse, createClients],
  ['converse over HTTP/1.1', converse, createPlainClients],
  ['invoke', invoke, createClients],
  ['invoke over HTTP/1.1', invoke, createPlainClients],
  ['runtime', runtime, createClients],
  ['control plane', controlPlane, createClients],
  ['errors', errors, createClients],
  ['errors over HTTP/1.1', errors, createPlainClients],
  ['access', access, createClients],
];
const endpoint = await startEndpoint(process.argv[2]);
let passed = 0;
let failed = 0;
try {
  for (const [name, suite, create] of runs) {
    const clients = create(endpoint.url);
    const result = await runSuite(name, suite.tests, { ...clients, url: endpoint.url });
    passed += result.passed;
    failed += result.failed;
    Object.values(clients).forEach((client) => client.destroy());
  }
} finally {
  const code = await endpoint.stop();
  if (code !== 0) {
    failed++;
    console.log(`FAILED: the endpoint ended with ${code} instead of 0 when it was told to stop`);
  }
}

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
