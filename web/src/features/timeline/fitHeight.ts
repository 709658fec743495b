const MOST_PX = 260;

/** Keeps a textarea as high as its text, up to a bound; attach it with `{@attach}`. */
export function fitHeight(text: () => string): (area: HTMLTextAreaElement) => void {
  return (area) => {
    // Read, so that a change of the text runs this again.
    if (text().length < 0) return;
    area.style.height = 'auto';
    area.style.height = `${String(Math.min(area.scrollHeight + 2, MOST_PX))}px`;
  };
}
