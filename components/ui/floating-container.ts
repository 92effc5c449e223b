/**
 * Where menus and popovers are drawn: in the page's main landmark, so that a screen reader finds them within
 * the page's content. They are placed against the window, whatever holds them.
 */
export const floatingContainer = (): HTMLElement | null => document.querySelector('main')
