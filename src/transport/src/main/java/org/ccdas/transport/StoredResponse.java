package org.ccdas.transport;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;

/**
 * A response that travels as the name of its file. Whoever asks for it must see the file; a process
 * reads it once.
 *
 * @param file of the response
 * @param hash of the values in the file
 * @param codes of the stations that are wanted
 */
record StoredResponse(String file, int hash, ArrayList<String> codes) implements ResponseHandle {
  private static final Cache<StoredResponse, Response> READ =
      Caffeine.newBuilder().maximumSize(1).softValues().build();

  StoredResponse of(ArrayList<String> others) {
    return new StoredResponse(file, hash, others);
  }

  @Override
  public Response response() {
    return READ.get(this, StoredResponse::read);
  }

  private Response read() {
    Response whole = ResponseFile.read(Location.of(file));
    if (whole.hash() != hash) {
      throw new InputException(
          file,
          "response",
          "the file has changed since the run has begun",
          "Run again, and leave the file as it is until the blocks are prepared");
    }
    return whole.atStations(codes);
  }
}
