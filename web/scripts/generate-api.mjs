// Writes src/platform/api/<service>.d.ts from the OpenAPI file of each service. With --check it only compares, and
// fails when a file is not what its service says today.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import { root } from './current.mjs';

const SERVICES = [
  'auth-service',
  'user-service',
  'chat-service',
  'message-service',
  'media-service',
  'notification-service',
  'scheduler-service',
  'translation-service',
];
const HEADER =
  '// Generated from the OpenAPI file of the service by `npm run generate-api`. Do not edit.\n\n';
const onlyCheck = process.argv.includes('--check');
let stale = false;

for (const service of SERVICES) {
  const source = join(root, '..', service, 'src/main/resources/openapi', `${service}.yaml`);
  const target = join(root, 'src/platform/api', `${service}.d.ts`);
  if (!existsSync(source)) {
    // A copy of the web module alone has no services beside it: what is committed stands.
    console.log(`${service}: no OpenAPI file beside this module, left as it is`);
    continue;
  }
  const types = HEADER + astToString(await openapiTS(pathToFileURL(source)));
  if (existsSync(target) && readFileSync(target, 'utf8') === types) continue;
  if (onlyCheck) {
    console.error(
      `${service}: src/platform/api/${service}.d.ts is not current, run "npm run generate-api"`,
    );
    stale = true;
  } else {
    writeFileSync(target, types);
    console.log(`${service}: written`);
  }
}
if (stale) process.exit(1);
