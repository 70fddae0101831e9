package org.ccdas.transport;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.Serializable;
import java.util.ArrayList;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;

/**
 * What a response of a file travels as: its name. Who reads it on the other side must see the file;
 * a process reads it once.
 *
 * @param file of the response
 * @param hash of the values in the file
 * @param codes of the stations that are wanted
 */
record StoredResponse(String file, int hash, ArrayList<String> codes) implements Serializable {
  private static final Cache<StoredResponse, Response> READ =
      Caffeine.newBuilder().maximumSize(1).softValues().build();

  StoredResponse of(ArrayList<String> others) {
    return new StoredResponse(file, hash, others);
  }

  private Object readResolve() {
    return READ.get(of(new ArrayList<>()), whole -> whole.read()).atStations(codes);
  }

  private Response read() {
    Response response = ResponseFile.read(Location.of(file));
    if (response.hash() != hash) {
      throw new InputException(
          file, "response", "the file has changed since this run has begun", "Run again");
    }
    return response;
  }
}
