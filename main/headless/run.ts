import { app } from 'electron';
export function runHeadless(words: string[]): void {
  process.stderr.write(`unknown command ${words[0]}\n`);
  app.exit(2);
}
