package io.planstream.ingest.attempt;

import io.planstream.model.dataset.Layout;
import io.planstream.model.inspect.SourceFile.Place;

/**
 * A source file that is still what it was when its run began.
 *
 * @param fileNo its number in the run
 * @param fileName its name for people
 * @param place where its bytes are
 * @param layout where its columns stand
 */
record FileToRead(int fileNo, String fileName, Place place, Layout layout) {
}
