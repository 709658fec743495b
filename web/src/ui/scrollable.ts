/** What has to be scrolled can be with the keyboard too, also where there is nothing in it to press; attach it with `{@attach}`. */
export function scrollable(element: HTMLElement): () => void {
  const observer = new ResizeObserver(() => {
    const { scrollHeight, clientHeight, scrollWidth, clientWidth } = element;
    if (scrollHeight > clientHeight || scrollWidth > clientWidth) element.tabIndex = 0;
    else element.removeAttribute('tabindex');
  });
  observer.observe(element);
  return () => {
    observer.disconnect();
  };
}
