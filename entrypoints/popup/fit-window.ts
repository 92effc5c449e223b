const width = 560
const height = 600

/**
 * Gives the page the window's size where the window is smaller than the popup wants to be. A popup whose
 * size depends on its window from the start would stay tiny: the browser sizes the window after the page.
 */
export function fitWindow(): void {
  const fit = () =>
    document.documentElement.classList.toggle('is-cramped', innerWidth < width || innerHeight < height)
  requestAnimationFrame(() => requestAnimationFrame(fit))
  addEventListener('resize', fit)
}
