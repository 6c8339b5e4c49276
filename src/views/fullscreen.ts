/** Asks for the whole screen; a browser or a frame that refuses it leaves the page as it is. */
export function askFullscreen(): void {
  if (!document.fullscreenEnabled) return;
  document.documentElement.requestFullscreen().catch(() => undefined);
}

/** Gives the screen back, if the page has it. */
export function endFullscreen(): void {
  if (document.fullscreenElement) document.exitFullscreen().catch(() => undefined);
}
