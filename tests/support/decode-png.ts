import { inflateSync } from 'node:zlib'
import type { Box } from '../../lib/evidence/screenshot/page-check.ts'

/** A decoded picture; `rgb` holds three bytes a pixel, row by row. */
export interface Picture {
  width: number
  height: number
  rgb: Uint8Array
}

const paeth = (left: number, above: number, corner: number): number => {
  const estimate = left + above - corner
  const toLeft = Math.abs(estimate - left)
  const toAbove = Math.abs(estimate - above)
  const toCorner = Math.abs(estimate - corner)
  if (toLeft <= toAbove && toLeft <= toCorner) return left
  return toAbove <= toCorner ? above : corner
}

/** What each filter takes a byte for. Called for every byte of tall pictures: no lists are made here. */
function guessed(filter: number | undefined, left: number, above: number, corner: number): number {
  switch (filter) {
    case 0:
      return 0
    case 1:
      return left
    case 2:
      return above
    case 3:
      return (left + above) >> 1
    case 4:
      return paeth(left, above, corner)
    default:
      throw new Error(`The PNG uses filter ${filter}, which there is not.`)
  }
}

function unfilter(data: Uint8Array, width: number, height: number, channels: number): Uint8Array {
  const stride = width * channels
  const pixels = new Uint8Array(stride * height)
  for (let y = 0; y < height; y++) {
    const filter = data[y * (stride + 1)]
    for (let x = 0; x < stride; x++) {
      const raw = data[y * (stride + 1) + 1 + x] ?? 0
      const left = x < channels ? 0 : (pixels[y * stride + x - channels] ?? 0)
      const above = y === 0 ? 0 : (pixels[(y - 1) * stride + x] ?? 0)
      const corner = x < channels || y === 0 ? 0 : (pixels[(y - 1) * stride + x - channels] ?? 0)
      pixels[y * stride + x] = raw + guessed(filter, left, above, corner)
    }
  }
  return pixels
}

/**
 * Decodes a PNG with 8 bits a channel, RGB or RGBA, not interlaced: what browsers write.
 * @throws Error where it is anything else or damaged.
 */
export function decodePng(bytes: Uint8Array): Picture {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint32(0) !== 0x89504e47) throw new Error('The bytes are no PNG.')
  const [width, height] = [view.getUint32(16), view.getUint32(20)]
  const [depth, colourType, interlace] = [bytes[24], bytes[25], bytes[28]]
  if (depth !== 8 || interlace !== 0 || (colourType !== 2 && colourType !== 6)) {
    throw new Error(`The PNG has ${depth} bits, colour type ${colourType}, interlacing ${interlace}.`)
  }
  const parts: Uint8Array[] = []
  for (let at = 8; at < bytes.length; ) {
    const length = view.getUint32(at)
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (type === 'IDAT') parts.push(bytes.subarray(at + 8, at + 8 + length))
    if (type === 'IEND') break
    at += length + 12
  }
  const channels = colourType === 6 ? 4 : 3
  const pixels = unfilter(inflateSync(Buffer.concat(parts)), width, height, channels)
  const rgb = new Uint8Array(width * height * 3)
  for (let pixel = 0; pixel < width * height; pixel++) {
    for (let channel = 0; channel < 3; channel++)
      rgb[pixel * 3 + channel] = pixels[pixel * channels + channel] ?? 0
  }
  return { width, height, rgb }
}

/** How many pixels differ visibly (more than 8 of 255 in any channel) between two pictures, inside `box` or in all. */
export function differingPixels(first: Picture, second: Picture, box?: Box): number {
  if (first.width !== second.width || first.height !== second.height) {
    throw new Error(`${first.width}×${first.height} and ${second.width}×${second.height} cannot be compared.`)
  }
  const frame = box ?? { x: 0, y: 0, width: first.width, height: first.height }
  let differing = 0
  for (let y = Math.max(0, Math.floor(frame.y)); y < Math.min(first.height, frame.y + frame.height); y++) {
    for (let x = Math.max(0, Math.floor(frame.x)); x < Math.min(first.width, frame.x + frame.width); x++) {
      const at = (y * first.width + x) * 3
      const isDifferent = [0, 1, 2].some(
        (channel) => Math.abs((first.rgb[at + channel] ?? 0) - (second.rgb[at + channel] ?? 0)) > 8,
      )
      if (isDifferent) differing++
    }
  }
  return differing
}
