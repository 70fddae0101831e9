package org.ccdas.transforms.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Faults that a test asks a {@link FakeGcsServer} for, each served a number of times. */
public final class GcsFaults {
  /** What goes wrong. */
  enum Kind {
    /** The answer is 503. */
    UNAVAILABLE,
    /** The answer is 403, which nobody tries again. */
    FORBIDDEN,
    /** The connection ends in the middle of the content. */
    BROKEN
  }

  private static final class Fault {
    private final Kind kind;
    private final String method;
    private final String object;
    private final AtomicInteger left;

    Fault(Kind kind, String method, String object, int times) {
      this.kind = kind;
      this.method = method;
      this.object = object;
      this.left = new AtomicInteger(times);
    }
  }

  private final List<Fault> faults = new ArrayList<>();
  private int served;

  /**
   * Answers 503 to the next requests of a method whose path, or the object it uploads, contains a
   * text.
   */
  public synchronized void unavailable(String method, String part, int times) {
    faults.add(new Fault(Kind.UNAVAILABLE, method, part, times));
  }

  /**
   * Answers 403 to the next requests of a method whose path, or the object it uploads, contains a
   * text.
   */
  public synchronized void forbidden(String method, String part, int times) {
    faults.add(new Fault(Kind.FORBIDDEN, method, part, times));
  }

  /** Breaks the next downloads of objects whose name contains a text after half of the bytes. */
  public synchronized void brokenDownload(String part, int times) {
    faults.add(new Fault(Kind.BROKEN, "GET", part, times));
  }

  /** How many faults were served; a test of retries must see that there was something to retry. */
  public synchronized int served() {
    return served;
  }

  synchronized Optional<Kind> next(Request request, boolean download) {
    for (Fault fault : faults) {
      boolean meant =
          fault.left.get() > 0
              && fault.method.equals(request.method())
              && (fault.kind != Kind.BROKEN || download)
              && (request.path().stream().anyMatch(part -> part.contains(fault.object))
                  || request.parameter("name").orElse("").contains(fault.object));
      if (meant) {
        fault.left.decrementAndGet();
        served++;
        return Optional.of(fault.kind);
      }
    }
    return Optional.empty();
  }
}
