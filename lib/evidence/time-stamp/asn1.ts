import { type BaseBlock, Constructed, fromBER } from 'asn1js'
import { ExpectedError } from '../../core/expected-error.ts'

/** One ASN.1 element in DER, with the very bytes it was read from: hashes and signatures are taken over them. */
export interface Asn1Element {
  /** Identifier octet: class, whether it holds elements, number. See `tags`. */
  tag: number
  /** The whole element. */
  bytes: Uint8Array<ArrayBuffer>
  /** What follows tag and length. */
  content: Uint8Array<ArrayBuffer>
  /** The elements within; none in a primitive one. */
  children: Asn1Element[]
}

/** Identifier octets of what certificates and time stamps are made of (X.690). `context0` holds elements, `implicit0` does not. */
export const tags = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  utf8String: 0x0c,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
  implicit0: 0x80,
  implicit1: 0x81,
  implicit2: 0x82,
  context0: 0xa0,
  context1: 0xa1,
  context2: 0xa2,
  context3: 0xa3,
  context4: 0xa4,
} as const

/**
 * Reads one element that fills the bytes. asn1js takes them apart, and is lenient about it; here everything must
 * be in the one form that DER allows, or a changed bit could still read the same.
 * @throws ExpectedError `asn1-malformed`
 */
export function readDer(bytes: Uint8Array<ArrayBuffer>): Asn1Element {
  const { offset, result } = takenApart(bytes)
  if (offset === -1) throw malformed(result.error)
  const element = elementOf(result, bytes, 0)
  if (element.bytes.length !== bytes.length) throw malformed('more bytes follow')
  return element
}

/** asn1js answers most malformed bytes, and throws at some, such as times with signs that are none. */
function takenApart(bytes: Uint8Array<ArrayBuffer>): ReturnType<typeof fromBER> {
  try {
    return fromBER(bytes, { copyInput: false })
  } catch (error) {
    throw malformed(error instanceof Error ? error.message : String(error))
  }
}

function elementOf(block: BaseBlock, bytes: Uint8Array<ArrayBuffer>, start: number): Asn1Element {
  const { idBlock, lenBlock } = block
  const { length } = lenBlock
  if (idBlock.blockLength !== 1) throw malformed('a tag is too long')
  if (lenBlock.isIndefiniteForm || lenBlock.blockLength !== lengthOctets(length)) {
    throw malformed('a length is not in its shortest form')
  }
  const contentStart = start + 1 + lenBlock.blockLength
  const end = contentStart + length
  if (end > bytes.length) throw malformed('an element is cut short')
  const children: Asn1Element[] = []
  let at = contentStart
  for (const child of block instanceof Constructed ? block.valueBlock.value : []) {
    const element = elementOf(child, bytes, at)
    children.push(element)
    at += element.bytes.length
  }
  if (block instanceof Constructed && at !== end)
    throw malformed('an element does not end with its last part')
  return {
    tag: bytes[start] ?? 0,
    bytes: bytes.subarray(start, end),
    content: bytes.subarray(contentStart, end),
    children,
  }
}

const lengthOctets = (length: number) => (length < 0x80 ? 1 : 1 + Math.ceil(Math.log2(length + 1) / 8))

/** The parts of a sequence or set, taken in their order. */
export class Asn1Parts {
  private at = 0
  private readonly parts: Asn1Element[]
  private readonly name: string

  /** @throws ExpectedError `asn1-malformed` where the element has another tag. */
  constructor(element: Asn1Element | undefined, name: string, tag: number = tags.sequence) {
    if (element?.tag !== tag) throw malformed(`${name} is not what it should be`)
    this.parts = element.children
    this.name = name
  }

  /** The next part if it has one of these tags, else undefined. */
  optional(...wanted: number[]): Asn1Element | undefined {
    const part = this.parts[this.at]
    if (!part || !wanted.includes(part.tag)) return undefined
    this.at += 1
    return part
  }

  /** The next part. @throws ExpectedError `asn1-malformed` where it has none of these tags. */
  next(...wanted: number[]): Asn1Element {
    const part = this.optional(...wanted)
    if (!part) throw malformed(`${this.name} lacks a part`)
    return part
  }

  /** The next part, whatever it is. */
  any(): Asn1Element | undefined {
    const part = this.parts[this.at]
    this.at += 1
    return part
  }

  /** @throws ExpectedError `asn1-malformed` where parts are left. */
  end(): void {
    if (this.at < this.parts.length) throw malformed(`${this.name} has a part too many`)
  }
}

/** Of a context tag around exactly one element: that element. */
export function onlyPart(element: Asn1Element): Asn1Element {
  const [part, ...more] = element.children
  if (!part || more.length > 0) throw malformed('a tag holds more than one element')
  return part
}

export const malformed = (what: string) =>
  new ExpectedError('asn1-malformed', `This is no time stamp that Docket can read: ${what}.`)
