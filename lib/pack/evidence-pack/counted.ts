import { runningSha256 } from '../../core/running-digest.ts'

/** The bytes of a file, in order. */
export type Pieces = Iterable<Uint8Array<ArrayBuffer>> | AsyncIterable<Uint8Array<ArrayBuffer>>

/** Passes on a file that is not in memory whole, and tells its hash and size once the last piece is out. */
export async function* counted(
  pieces: Pieces,
  done: (sha256: string, bytes: number) => void,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const digest = runningSha256()
  let bytes = 0
  for await (const piece of pieces) {
    digest.update(piece)
    bytes += piece.length
    yield piece
  }
  done(digest.finish(), bytes)
}
