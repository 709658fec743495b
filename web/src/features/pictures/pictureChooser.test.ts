import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakePictureSuite } from '../../test/pictureSuite';
import { TusServer } from '../../test/tusServer';
import CropHarness from '../../test/CropHarness.svelte';

/** What this browser can open: a wide picture, or nothing. */
class OpenedImage {
  static opens = true;
  readonly naturalWidth = 2_000;
  readonly naturalHeight = 1_000;
  onload: (() => void) | null = null;
  onerror: (() => void) | null = null;
  set src(_address: string) {
    queueMicrotask(() => (OpenedImage.opens ? this.onload?.() : this.onerror?.()));
  }
}

describe('choosing a picture', () => {
  let server: TusServer;
  let suite: FakePictureSuite;
  let used: string[];
  let removed: number;
  let refusing: boolean;
  let open: Set<string>;
  /** What was drawn, as the canvas was told. */
  let drawings: number[][];

  beforeEach(async () => {
    server = await TusServer.open();
    suite = new FakePictureSuite(server);
    used = [];
    removed = 0;
    refusing = false;
    open = new Set();
    drawings = [];
    OpenedImage.opens = true;
    vi.stubGlobal('Image', OpenedImage);
    let made = 0;
    const createObjectURL = () => {
      made += 1;
      open.add(`blob:${String(made)}`);
      return `blob:${String(made)}`;
    };
    Object.assign(URL, { createObjectURL, revokeObjectURL: (url: string) => open.delete(url) });
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue({
      fillRect: () => undefined,
      drawImage: (_image: unknown, ...where: number[]) => drawings.push(where),
    } as never);
    vi.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation(function (told, type) {
      told(new Blob(['pixels'], { type: type ?? '' }));
    });
  });
  afterEach(async () => {
    vi.unstubAllGlobals();
    Reflect.deleteProperty(URL, 'createObjectURL');
    Reflect.deleteProperty(URL, 'revokeObjectURL');
    await server.close();
  });

  function show(pictureId: string | null = null) {
    return render(CropHarness, {
      suite,
      pictureId,
      use: (mediaId) => {
        if (refusing) return Promise.reject(new Error('not now'));
        used.push(mediaId);
        return Promise.resolve();
      },
      remove: () => {
        removed += 1;
        return refusing ? Promise.reject(new Error('not now')) : Promise.resolve();
      },
    });
  }

  async function pick(container: HTMLElement, bytes = 10) {
    const input = container.querySelector('input[type=file]') as HTMLInputElement;
    const file = new File(['x'], 'garden.png', { type: 'image/png' });
    Object.defineProperty(file, 'size', { value: bytes });
    await userEvent.upload(input, file);
  }
  const stage = () => screen.findByRole('application', { name: /^Picture: the arrow keys/ });
  const button = (name: string) => screen.getByRole('button', { name });

  it('is done with the keyboard alone', async () => {
    const { container } = show();
    await pick(container);
    expect(await stage()).toHaveFocus();
    await userEvent.keyboard('{ArrowLeft}{Shift>}{ArrowLeft}{/Shift}++-');
    expect(screen.getByRole('status')).toHaveTextContent(
      'In the middle: 76% across, 50% down. Size 120%.',
    );
    expect(screen.getByRole('slider', { name: 'Size' })).toHaveAttribute('aria-valuetext', '120%');
    button('Use picture').focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => {
      expect(screen.queryByRole('dialog')).toBeNull();
    });
    expect(used).toEqual(['m-1']);
    expect(server.text('m-1')).toBe('pixels');
    const [x, y, width, height] = drawings[0] ?? [];
    // 2.4 frames wide, and its middle 0.36 of one to the left of the frame's.
    expect([width, height]).toEqual([1_228.8, 614.4]);
    expect(x).toBeCloseTo((0.5 - 0.36 - 1.2) * 512);
    expect(y).toBeCloseTo(-0.1 * 512);
    expect(open.size).toBe(0);
  });

  it('loses nothing of what was chosen when that fails', async () => {
    const { container } = show();
    await pick(container);
    await stage();
    await userEvent.keyboard('{ArrowLeft}');
    refusing = true;
    await userEvent.click(button('Use picture'));
    expect(await screen.findByRole('alert')).toHaveTextContent('Something went wrong on our side');
    refusing = false;
    await userEvent.click(button('Try again'));
    await waitFor(() => {
      expect(screen.queryByRole('dialog')).toBeNull();
    });
    expect(used).toEqual(['m-1']);
    expect(drawings).toHaveLength(1);
  });

  it('tells that a file is no picture, and takes another one', async () => {
    OpenedImage.opens = false;
    const { container } = show();
    await pick(container);
    expect(await screen.findByRole('alert')).toHaveTextContent('can not open it as a picture');
    expect(button('Use picture')).toBeDisabled();
    expect(open.size).toBe(0);
    OpenedImage.opens = true;
    const [, another] = container.querySelectorAll<HTMLInputElement>('input[type=file]');
    await userEvent.upload(another as HTMLInputElement, new File(['y'], 'roses.png'), {
      applyAccept: false,
    });
    expect(await stage()).toBeInTheDocument();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('tells that a file is too large', async () => {
    const { container } = show();
    await pick(container, 60_000_000);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'This file is too large. A file may have 50 MB.',
    );
  });

  it('is stopped by the one who began it, who may go on from there', async () => {
    suite.states = ['processing'];
    const { container } = show();
    await pick(container);
    await stage();
    await userEvent.click(button('Use picture'));
    expect(await screen.findByText('It is being prepared…')).toBeInTheDocument();
    await userEvent.keyboard('{ArrowLeft}');
    await userEvent.click(button('Cancel'));
    expect(await screen.findByRole('button', { name: 'Use picture' })).toBeEnabled();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(used).toEqual([]);
    await userEvent.click(button('Cancel'));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(open.size).toBe(0);
  });

  it('takes a picture away, and tells when that fails', async () => {
    show('p-1');
    refusing = true;
    await userEvent.click(button('Remove picture'));
    expect(await screen.findByRole('alert')).toBeInTheDocument();
    refusing = false;
    await userEvent.click(button('Remove picture'));
    expect(removed).toBe(2);
    await waitFor(() => {
      expect(button('Choose picture')).toHaveFocus();
    });
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('has nothing to take away where there is none', () => {
    show(null);
    expect(screen.queryByRole('button', { name: 'Remove picture' })).toBeNull();
  });
});
