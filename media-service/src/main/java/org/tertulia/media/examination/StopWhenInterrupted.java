package org.tertulia.media.examination;

import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;

/** Stops decoding a picture once its thread is interrupted: its time is up, or the service stops. */
final class StopWhenInterrupted implements IIOReadProgressListener {

    @Override
    public void imageProgress(ImageReader source, float percentageDone) {
        if (Thread.currentThread().isInterrupted()) {
            source.abort();
        }
    }

    @Override
    public void sequenceStarted(ImageReader source, int minIndex) {}

    @Override
    public void sequenceComplete(ImageReader source) {}

    @Override
    public void imageStarted(ImageReader source, int imageIndex) {}

    @Override
    public void imageComplete(ImageReader source) {}

    @Override
    public void thumbnailStarted(ImageReader source, int imageIndex, int thumbnailIndex) {}

    @Override
    public void thumbnailProgress(ImageReader source, float percentageDone) {}

    @Override
    public void thumbnailComplete(ImageReader source) {}

    @Override
    public void readAborted(ImageReader source) {}
}
