package org.ccdas.transforms.sum;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import org.apache.beam.sdk.coders.AtomicCoder;

/** Index, length and the bits of every value, big-endian. Deterministic. */
public final class IndexedVectorCoder extends AtomicCoder<IndexedVector> {
  private static final long serialVersionUID = 1L;
  private static final IndexedVectorCoder INSTANCE = new IndexedVectorCoder();

  private IndexedVectorCoder() {}

  /** The coder. */
  public static IndexedVectorCoder of() {
    return INSTANCE;
  }

  @Override
  public void encode(IndexedVector vector, OutputStream out) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * vector.values().length);
    bytes.asDoubleBuffer().put(vector.values());
    DataOutputStream data = new DataOutputStream(out);
    data.writeInt(vector.index());
    data.writeInt(vector.values().length);
    data.write(bytes.array());
    data.flush();
  }

  @Override
  public IndexedVector decode(InputStream in) throws IOException {
    DataInputStream data = new DataInputStream(in);
    int index = data.readInt();
    byte[] bytes = new byte[Math.multiplyExact(Double.BYTES, data.readInt())];
    data.readFully(bytes);
    DoubleBuffer doubles = ByteBuffer.wrap(bytes).asDoubleBuffer();
    double[] values = new double[doubles.remaining()];
    doubles.get(values);
    return new IndexedVector(index, values);
  }

  @Override
  public boolean consistentWithEquals() {
    return true;
  }

  private Object readResolve() {
    return INSTANCE;
  }
}
