import { builtExtension } from './built-extension.ts'

/** Builds the extension before the first browser test, so that no test waits for it. */
export async function setup(): Promise<void> {
  await builtExtension('chrome')
}
