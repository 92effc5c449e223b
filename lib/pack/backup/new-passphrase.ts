/** Without letters and digits that look alike, and without vowels, so that no words come of it. */
const alphabet = '23456789bcdfghjkmnpqrstvwxz'
const groups = { many: 5, length: 5 }

/** A passphrase of 25 characters that chance decides, in groups: about 118 bits, which nobody guesses. */
export function newPassphrase(): string {
  const characters = Array.from(
    { length: groups.many * groups.length },
    () => alphabet[below(alphabet.length)],
  )
  return characters.join('').replace(/.{5}(?=.)/g, '$&-')
}

/** Every number below `limit` equally often: bytes beyond its last multiple are thrown again. */
function below(limit: number): number {
  for (;;) {
    const byte = crypto.getRandomValues(new Uint8Array(1))[0] ?? 0
    if (byte < 256 - (256 % limit)) return byte % limit
  }
}
