import { createHash } from 'node:crypto'
import { encodePng } from './png.ts'

/**
 * Product pictures, drawn by code. A picture's hash says what it shows: the first hexadecimal digit is the
 * shape, the second the colour, so any `/kf/S<hash>` that the pages print can be served without a list.
 */

type Rgb = readonly [number, number, number]
type Shape = (x: number, y: number) => Array<[distance: number, shade: number]>

export const shapeNames = ['shoe', 'bag', 'watch', 'headphones', 'mug', 'lamp', 'glasses', 'bottle'] as const
export type ShapeName = (typeof shapeNames)[number]

const colours: Rgb[] = [
  [196, 66, 58],
  [44, 92, 148],
  [52, 120, 92],
  [214, 150, 52],
  [96, 76, 140],
  [60, 66, 74],
  [190, 110, 128],
  [120, 92, 66],
]

const circle = (x: number, y: number, cx: number, cy: number, r: number) => Math.hypot(x - cx, y - cy) - r
const ring = (x: number, y: number, cx: number, cy: number, r: number, width: number) =>
  Math.abs(circle(x, y, cx, cy, r)) - width / 2
function box(
  x: number,
  y: number,
  cx: number,
  cy: number,
  halfWidth: number,
  halfHeight: number,
  radius: number,
) {
  const dx = Math.abs(x - cx) - halfWidth + radius
  const dy = Math.abs(y - cy) - halfHeight + radius
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - radius
}

/** Distances (negative inside) in a square of side 1, and how light the part is (1 is the colour itself). */
const shapes: Record<ShapeName, Shape> = {
  shoe: (x, y) => [
    [Math.max(box(x, y, 0.5, 0.58, 0.35, 0.12, 0.1), -circle(x, y, 0.66, 0.3, 0.18)), 1],
    [Math.max(box(x, y, 0.33, 0.5, 0.18, 0.16, 0.09), -circle(x, y, 0.34, 0.3, 0.12)), 1],
    [box(x, y, 0.2, 0.55, 0.045, 0.11, 0.04), 0.75],
    [box(x, y, 0.5, 0.7, 0.37, 0.035, 0.03), 1.9],
    [box(x, y, 0.5, 0.53, 0.018, 0.06, 0.018), 1.7],
    [box(x, y, 0.58, 0.56, 0.018, 0.05, 0.018), 1.7],
    [box(x, y, 0.65, 0.58, 0.018, 0.04, 0.018), 1.7],
  ],
  bag: (x, y) => [
    [ring(x, y, 0.5, 0.36, 0.16, 0.035), 0.7],
    [box(x, y, 0.5, 0.58, 0.3, 0.22, 0.05), 1],
    [box(x, y, 0.5, 0.47, 0.3, 0.1, 0.05), 0.84],
    [box(x, y, 0.5, 0.56, 0.04, 0.05, 0.02), 2],
  ],
  watch: (x, y) => [
    [box(x, y, 0.5, 0.5, 0.09, 0.4, 0.04), 0.7],
    [circle(x, y, 0.5, 0.5, 0.23), 1],
    [circle(x, y, 0.5, 0.5, 0.19), 2.2],
    [box(x, y, 0.5, 0.44, 0.012, 0.08, 0.01), 0.4],
    [box(x, y, 0.55, 0.5, 0.06, 0.012, 0.01), 0.4],
    [box(x, y, 0.75, 0.5, 0.02, 0.03, 0.01), 0.8],
  ],
  headphones: (x, y) => [
    [Math.max(ring(x, y, 0.5, 0.52, 0.29, 0.06), y - 0.55), 0.75],
    [box(x, y, 0.22, 0.62, 0.075, 0.13, 0.06), 1],
    [box(x, y, 0.78, 0.62, 0.075, 0.13, 0.06), 1],
    [box(x, y, 0.27, 0.62, 0.03, 0.1, 0.02), 0.5],
    [box(x, y, 0.73, 0.62, 0.03, 0.1, 0.02), 0.5],
  ],
  mug: (x, y) => [
    [ring(x, y, 0.68, 0.5, 0.12, 0.045), 0.8],
    [box(x, y, 0.45, 0.53, 0.22, 0.25, 0.05), 1],
    [box(x, y, 0.45, 0.31, 0.22, 0.03, 0.03), 1.5],
    [box(x, y, 0.33, 0.55, 0.03, 0.15, 0.03), 1.35],
  ],
  lamp: (x, y) => [
    [box(x, y, 0.5, 0.6, 0.015, 0.22, 0.01), 0.5],
    [box(x, y, 0.5, 0.82, 0.16, 0.025, 0.02), 0.6],
    [Math.max(Math.abs(x - 0.5) - 0.1 - (y - 0.2) * 0.55, Math.abs(y - 0.34) - 0.15), 1],
    [Math.max(Math.abs(x - 0.5) - 0.1 - (y - 0.2) * 0.55, Math.abs(y - 0.475) - 0.015), 1.4],
  ],
  glasses: (x, y) => [
    [ring(x, y, 0.3, 0.52, 0.15, 0.04), 1],
    [ring(x, y, 0.7, 0.52, 0.15, 0.04), 1],
    [circle(x, y, 0.3, 0.52, 0.13), 0.45],
    [circle(x, y, 0.7, 0.52, 0.13), 0.45],
    [box(x, y, 0.5, 0.47, 0.06, 0.016, 0.01), 1],
  ],
  bottle: (x, y) => [
    [box(x, y, 0.5, 0.58, 0.14, 0.28, 0.06), 1],
    [box(x, y, 0.5, 0.24, 0.06, 0.08, 0.02), 0.7],
    [box(x, y, 0.5, 0.17, 0.075, 0.04, 0.02), 0.45],
    [box(x, y, 0.5, 0.6, 0.14, 0.09, 0), 1.9],
    [box(x, y, 0.42, 0.45, 0.018, 0.06, 0.015), 1.5],
  ],
}

const mix = (from: number, to: number, share: number) => from + (to - from) * Math.min(1, Math.max(0, share))

/** The `S…` hash of a picture that shows `shape`; the same key gives the same hash. */
export function pictureHash(key: string, shape: ShapeName): string {
  const digest = createHash('sha256').update(key).digest('hex')
  return `S${shapeNames.indexOf(shape).toString(16)}${digest.slice(1, 32)}x`
}

const drawn = new Map<string, Buffer>()

/** PNG bytes of the picture with this hash, `side` pixels wide and high; the same hash gives the same bytes. */
export function drawPicture(hash: string, side: number): Buffer {
  const shapeDigit = Number.parseInt(hash.slice(1, 2), 16) || 0
  const colourDigit = Number.parseInt(hash.slice(2, 3), 16) || 0
  const tilt = (Number.parseInt(hash.slice(3, 4), 16) || 0) % 4
  const key = `${shapeDigit % 8}/${colourDigit % 8}/${tilt}/${side}`
  const known = drawn.get(key)
  if (known) return known
  const shape = shapes[shapeNames[shapeDigit % shapeNames.length] ?? 'shoe']
  const colour = colours[colourDigit % colours.length] ?? [90, 90, 90]
  const angle = [-0.16, 0, 0.1, -0.05][tilt] ?? 0
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)]
  const rgb = new Uint8Array(side * side * 3)
  for (let py = 0; py < side; py++) {
    for (let px = 0; px < side; px++) {
      const [u, v] = [(px + 0.5) / side - 0.5, (py + 0.5) / side - 0.5]
      const [x, y] = [u * cosine - v * sine + 0.5, u * sine + v * cosine + 0.5]
      const ground = 250 - 22 * (v + 0.5) - 30 * Math.max(0, 0.5 - Math.hypot(u * 1.3, (v - 0.34) * 5))
      const pixel = [ground, ground, ground + 2]
      for (const [distance, shade] of shape(x, y)) {
        const cover = 0.5 - distance * side
        if (cover <= 0) continue
        const light = shade * (1.08 - 0.22 * y)
        colour.forEach((channel, index) => {
          const tone = light <= 1 ? channel * light : mix(channel, 250, (light - 1) / 1.2)
          pixel[index] = mix(pixel[index] ?? 0, tone, cover)
        })
      }
      pixel.forEach((value, index) => {
        rgb[(py * side + px) * 3 + index] = Math.round(Math.min(255, value))
      })
    }
  }
  const png = encodePng(side, side, rgb)
  drawn.set(key, png)
  return png
}
