/** In pixels. */
export interface Size {
  width: number
  height: number
}

export interface Area extends Size {
  x: number
  y: number
}

/** How a picture lies in its room: its top left corner, and how many pixels of the screen one of its pixels takes. */
export interface View {
  x: number
  y: number
  scale: number
}

export const zoomStep = 1.25
const leastScale = 0.05
const mostScale = 16

/** All of it in view, never larger than it is. */
export function fitView(picture: Size, room: Size): View {
  const scale = Math.min(room.width / picture.width, room.height / picture.height, 1)
  return centred({ x: 0, y: 0, scale: scale > 0 ? scale : 1 }, picture, room)
}

/** Zoomed so that what lies under this point of the room stays there. */
export function zoomedAt(view: View, factor: number, at: { x: number; y: number }): View {
  const scale = Math.min(mostScale, Math.max(leastScale, view.scale * factor))
  const growth = scale / view.scale
  return { x: at.x - (at.x - view.x) * growth, y: at.y - (at.y - view.y) * growth, scale }
}

export const moved = ({ x, y, scale }: View, byX: number, byY: number): View => ({
  x: x + byX,
  y: y + byY,
  scale,
})

/** The same view with no room wasted: a side that is larger than the room covers it, a smaller one lies in its middle. */
export function centred({ x, y, scale }: View, picture: Size, room: Size): View {
  return {
    x: within(x, picture.width * scale, room.width),
    y: within(y, picture.height * scale, room.height),
    scale,
  }
}

const within = (at: number, length: number, room: number) =>
  length <= room ? (room - length) / 2 : Math.min(0, Math.max(room - length, at))
