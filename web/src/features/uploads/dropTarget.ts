/** What came by a drop or from the clipboard: files, and whether there were folders among it, which can not be sent. */
export interface Picked {
  readonly files: readonly File[];
  readonly folders: boolean;
}

export function pickedOf(data: DataTransfer | null): Picked {
  const items = [...(data?.items ?? [])].filter(({ kind }) => kind === 'file');
  const isFolder = (item: DataTransferItem) => item.webkitGetAsEntry()?.isDirectory === true;
  const files = items.filter((item) => !isFolder(item)).map((item) => item.getAsFile());
  return { files: files.filter((file) => file !== null), folders: items.some(isFolder) };
}

/** What was copied, when it is files and nothing else: office programs put a picture beside the words. */
export function pastedOf(data: DataTransfer | null): readonly File[] {
  return data?.types.includes('text/plain') === true ? [] : pickedOf(data).files;
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') === true;
}

/**
 * Takes files that are dropped on an element; attach it with `{@attach}`. `over` is told when some are above it, and
 * when not any more. What is dropped beside it does not take the page away, as browsers do.
 */
export function dropTarget(
  take: (picked: Picked) => void,
  over: (isOver: boolean) => void,
): (element: HTMLElement) => () => void {
  return (element) => {
    /** Entering a child comes before leaving what is around it. */
    let depth = 0;
    const count = (by: number) => (event: DragEvent) => {
      if (!hasFiles(event)) return;
      depth = Math.max(0, depth + by);
      over(depth > 0);
    };
    const entered = count(1);
    const left = count(-1);
    const dropped = (event: DragEvent) => {
      depth = 0;
      over(false);
      if (hasFiles(event)) take(pickedOf(event.dataTransfer));
    };
    const stay = (event: DragEvent) => {
      if (hasFiles(event)) event.preventDefault();
    };
    element.addEventListener('dragenter', entered);
    element.addEventListener('dragleave', left);
    element.addEventListener('drop', dropped);
    window.addEventListener('dragover', stay);
    window.addEventListener('drop', stay);
    return () => {
      element.removeEventListener('dragenter', entered);
      element.removeEventListener('dragleave', left);
      element.removeEventListener('drop', dropped);
      window.removeEventListener('dragover', stay);
      window.removeEventListener('drop', stay);
    };
  };
}
