package org.ccdas.autodiff.emit;

import java.util.Map;
import java.util.TreeMap;
import org.objectweb.asm.ClassReader;

/**
 * Sizes of the methods of a class file. HotSpot leaves methods above 8,000 bytes of bytecode to its
 * interpreter, without a word, about twenty times slower.
 */
public final class MethodSizes {
  private static final int LONG_OR_NAME = 2;
  private static final int HEADER = 6;

  private final ClassReader reader;
  private final char[] buffer;
  private final Map<String, Integer> sizes = new TreeMap<>();

  private MethodSizes(byte[] classFile) {
    this.reader = new ClassReader(classFile);
    this.buffer = new char[reader.getMaxStringLength()];
  }

  /** Bytes of bytecode of each method, by name; the largest where a name is overloaded. */
  public static Map<String, Integer> of(byte[] classFile) {
    MethodSizes sizes = new MethodSizes(classFile);
    sizes.read();
    return sizes.sizes;
  }

  // The visitors of ASM do not tell sizes; ASM finds the end of the constant pool, and from there
  // on the class file is a simple list: JVM specification, section 4.1.
  private void read() {
    int offset = reader.header + HEADER;
    offset += LONG_OR_NAME + LONG_OR_NAME * reader.readUnsignedShort(offset);
    offset = readMembers(offset);
    readMembers(offset);
  }

  private int readMembers(int start) {
    int offset = start + LONG_OR_NAME;
    for (int m = reader.readUnsignedShort(start); m > 0; m--) {
      String name = reader.readUTF8(offset + LONG_OR_NAME, buffer);
      int attributes = reader.readUnsignedShort(offset + HEADER);
      offset += HEADER + LONG_OR_NAME;
      for (; attributes > 0; attributes--) {
        if (reader.readUTF8(offset, buffer).equals("Code")) {
          // attribute_name_index, attribute_length, max_stack, max_locals, code_length
          sizes.merge(name, reader.readInt(offset + HEADER + 4), Math::max);
        }
        offset += HEADER + reader.readInt(offset + LONG_OR_NAME);
      }
    }
    return offset;
  }
}
