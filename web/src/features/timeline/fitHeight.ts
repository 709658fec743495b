const MOST_PX = 260;

/** Keeps a textarea as high as its text, up to a bound, however wide it is; attach it with `{@attach}`. */
export function fitHeight(text: () => string): (area: HTMLTextAreaElement) => () => void {
  return (area) => {
    let width = -1;
    const fit = () => {
      if (area.clientWidth === width) return;
      width = area.clientWidth;
      area.style.height = 'auto';
      area.style.height = `${String(Math.min(area.scrollHeight + 2, MOST_PX))}px`;
    };
    // Read, so that a change of the text runs this again.
    if (text().length >= 0) fit();
    const observer = new ResizeObserver(fit);
    observer.observe(area);
    return () => {
      observer.disconnect();
    };
  };
}
