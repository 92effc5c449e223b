/** Where the key of this document stands for Docket's other scripts in it; the page does not share this world. */
export const documentKeyMark = Symbol.for('docket-document-key')

type World = { [documentKeyMark]?: string }

export function publishDocumentKey(documentKey: string): void {
  const world = globalThis as World
  world[documentKeyMark] = documentKey
}

/** Null where nothing was gathered on this document yet. */
export const publishedDocumentKey = (): string | null => (globalThis as World)[documentKeyMark] ?? null
