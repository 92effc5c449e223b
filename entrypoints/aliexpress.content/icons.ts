/** Line drawings on a 24-unit square, as path data. */
const paths = {
  flag: 'M6 21V4h11l-2 4 2 4H6',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 7v5l3 2',
  check: 'M5 12.5l5 5 9-11',
  minus: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M8 12h8',
  turning: 'M12 3a9 9 0 1 0 9 9',
  warning: 'M12 4L2.5 20h19zM12 10v4M12 17v.5',
  noCamera: 'M3 8h4l2-3h6l2 3h4v11H3zM3 3l18 18',
  more: 'M5 9l7 7 7-7',
  close: 'M6 6l12 12M18 6L6 18',
} as const

export type IconName = keyof typeof paths

const svgNamespace = 'http://www.w3.org/2000/svg'

/** A decorative icon; what it means is always said in words beside it. */
export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS(svgNamespace, 'svg')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('aria-hidden', 'true')
  const path = document.createElementNS(svgNamespace, 'path')
  path.setAttribute('d', paths[name])
  svg.append(path)
  return svg
}

/** Draws another icon in an existing one: a state change costs one attribute. */
export function redraw(svg: SVGSVGElement, name: IconName): void {
  svg.firstElementChild?.setAttribute('d', paths[name])
}
