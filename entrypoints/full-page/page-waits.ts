/** A page that is not drawn gives no frame. */
const frameTimeoutMs = 500

/** Waits for so many frames. */
export function frames(count: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, frameTimeoutMs)
    let left = count
    const next = () => {
      if (--left > 0) return requestAnimationFrame(next)
      clearTimeout(timer)
      resolve()
    }
    requestAnimationFrame(next)
  })
}

/** Waits until the pictures in the window are loaded and decoded, or the time is up. A broken one is not waited for. */
export async function picturesShown(timeoutMs: number): Promise<void> {
  const seen = [...document.images].filter((image) => {
    const { top, bottom, width, height } = image.getBoundingClientRect()
    return bottom > 0 && top < innerHeight && width > 0 && height > 0
  })
  const shown = seen.map((image) => image.decode().catch(() => undefined))
  const timeout = new Promise((resolve) => setTimeout(resolve, timeoutMs))
  await Promise.race([Promise.all(shown), timeout])
}
