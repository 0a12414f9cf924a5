import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const built = '../../../out/build/bin/BedrockPS.Local/release/BedrockPS.Local.dll';

/** Starts the endpoint as a process of its own, on a free port. */
export async function startEndpoint(assembly = fileURLToPath(new URL(built, import.meta.url))) {
  const child = spawn('dotnet', [assembly], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const lines = createInterface({ input: child.stdout });
  const first = await Promise.race([once(lines, 'line').then(([line]) => line), ended.then(() => null)]);
  if (first === null) {
    throw new Error(`${assembly} ended before it listened. Is it built? dotnet build BedrockPS.sln -c Release`);
  }

  return {
    url: first.trim(),
    async stop() {
      child.kill('SIGTERM');
      const [code] = await ended;
      return code;
    },
  };
}
