import { describe, expect, it, vi } from 'vitest';
import { dropTarget, pastedOf, pickedOf } from './dropTarget';

function transfer(types: string[], ...items: { file?: File; folder?: boolean }[]): DataTransfer {
  return {
    types,
    items: items.map(({ file, folder = false }) => ({
      kind: 'file',
      getAsFile: () => file ?? new File([], 'folder'),
      webkitGetAsEntry: () => ({ isDirectory: folder }),
    })),
  } as unknown as DataTransfer;
}

const photo = new File(['x'], 'photo.jpg', { type: 'image/jpeg' });

function drag(target: EventTarget, name: string, data: DataTransfer): Event {
  const event = new Event(name, { bubbles: true, cancelable: true });
  Object.defineProperty(event, 'dataTransfer', { value: data });
  target.dispatchEvent(event);
  return event;
}

describe('what is dropped and pasted', () => {
  it('leaves folders out, and says so', () => {
    const picked = pickedOf(transfer(['Files'], { file: photo }, { folder: true }));
    expect(picked).toEqual({ files: [photo], folders: true });
    expect(pickedOf(null)).toEqual({ files: [], folders: false });
  });

  it('takes a picture from the clipboard, but words where there are words', () => {
    expect(pastedOf(transfer(['Files'], { file: photo }))).toEqual([photo]);
    expect(pastedOf(transfer(['text/plain', 'Files'], { file: photo }))).toEqual([]);
  });

  it('tells when files are above it, and takes them', () => {
    const element = document.createElement('section');
    const child = element.appendChild(document.createElement('p'));
    document.body.append(element);
    const take = vi.fn();
    const over = vi.fn();
    const stop = dropTarget(take, over)(element);
    const data = transfer(['Files'], { file: photo });
    drag(element, 'dragenter', data);
    drag(child, 'dragenter', data);
    drag(element, 'dragleave', data);
    expect(over).toHaveBeenLastCalledWith(true);
    expect(drag(child, 'drop', data).defaultPrevented).toBe(true);
    expect(over).toHaveBeenLastCalledWith(false);
    expect(take).toHaveBeenCalledWith({ files: [photo], folders: false });
    expect(drag(document.body, 'dragover', data).defaultPrevented).toBe(true);
    drag(element, 'drop', transfer(['text/plain']));
    expect(take).toHaveBeenCalledTimes(1);
    stop();
    expect(drag(document.body, 'dragover', data).defaultPrevented).toBe(false);
    element.remove();
  });
});
