package org.ccdas.transforms.storage;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Buckets and their objects, in memory. */
final class Buckets {
  /**
   * One object.
   *
   * @param generation rises with every write
   */
  record Stored(String bucket, String name, byte[] bytes, String type, long generation) {
    /** Its metadata, as the API gives them. */
    Map<String, Object> metadata() {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("kind", "storage#object");
      fields.put("id", bucket + "/" + name + "/" + generation);
      fields.put("bucket", bucket);
      fields.put("name", name);
      fields.put("size", Long.toString(bytes.length));
      fields.put("generation", Long.toString(generation));
      fields.put("metageneration", "1");
      fields.put("contentType", type);
      fields.put("md5Hash", md5());
      fields.put("updated", "2020-01-01T00:00:00.000Z");
      fields.put("timeCreated", "2020-01-01T00:00:00.000Z");
      return fields;
    }

    private String md5() {
      try {
        return Base64.getEncoder().encodeToString(MessageDigest.getInstance("MD5").digest(bytes));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("Every Java has MD5", e);
      }
    }
  }

  private final Map<String, SortedMap<String, Stored>> buckets = new TreeMap<>();
  private long generations;

  synchronized void add(String bucket) {
    buckets.computeIfAbsent(bucket, name -> new TreeMap<>());
  }

  synchronized boolean has(String bucket) {
    return buckets.containsKey(bucket);
  }

  synchronized Stored put(String bucket, String name, byte[] bytes, String type) {
    Stored stored = new Stored(bucket, name, bytes.clone(), type, ++generations);
    buckets.get(bucket).put(name, stored);
    return stored;
  }

  synchronized Optional<Stored> find(String bucket, String name) {
    return Optional.ofNullable(buckets.getOrDefault(bucket, new TreeMap<>()).get(name));
  }

  synchronized boolean delete(String bucket, String name) {
    return buckets.getOrDefault(bucket, new TreeMap<>()).remove(name) != null;
  }

  synchronized List<String> names(String bucket) {
    return List.copyOf(buckets.get(bucket).keySet());
  }

  /**
   * A page of a listing: objects, prefixes when there is a delimiter, and where the next starts.
   */
  record Page(List<Stored> objects, SortedSet<String> prefixes, Optional<String> next) {}

  synchronized Page list(
      String bucket, String prefix, Optional<String> delimiter, Optional<String> from, int most) {
    List<Stored> objects = new ArrayList<>();
    SortedSet<String> prefixes = new TreeSet<>();
    Iterator<Stored> rest = buckets.get(bucket).tailMap(from.orElse(prefix)).values().iterator();
    while (rest.hasNext()) {
      Stored stored = rest.next();
      if (!stored.name().startsWith(prefix)) {
        break;
      }
      if (objects.size() == most) {
        return new Page(objects, prefixes, Optional.of(stored.name()));
      }
      int folder = delimiter.map(d -> stored.name().indexOf(d, prefix.length())).orElse(-1);
      if (folder >= 0) {
        prefixes.add(stored.name().substring(0, folder + delimiter.get().length()));
      } else {
        objects.add(stored);
      }
    }
    return new Page(objects, prefixes, Optional.empty());
  }
}
