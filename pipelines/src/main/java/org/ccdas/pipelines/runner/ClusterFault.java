package org.ccdas.pipelines.runner;

import java.net.ConnectException;
import java.util.List;
import java.util.Optional;
import org.apache.flink.runtime.jobmanager.scheduler.NoResourceAvailableException;
import org.apache.flink.runtime.messages.FlinkJobNotFoundException;

/**
 * What went wrong on a Flink cluster, out of what its client throws.
 *
 * @param what the fault, for users
 * @param remedy what to do about it
 */
record ClusterFault(String what, String remedy) {

  /** The fault that exceptions tell of; nothing for any other. */
  static Optional<ClusterFault> of(List<Throwable> causes) {
    if (has(causes, NoResourceAvailableException.class)) {
      return fault(
          "the cluster has not enough task slots for the job, and none came in its"
              + " slot.request.timeout",
          "Start TaskManagers, or set runner.targetParallelism lower");
    }
    if (causes.stream().anyMatch(ClusterFault::lacksBuffers)) {
      return fault(
          "the TaskManagers have too few network buffers for the job",
          "Set taskmanager.network.sort-shuffle.min-buffers: 64 in the configuration of the"
              + " cluster, as deploy/flink/config.yaml has it, or taskmanager.memory.network higher,"
              + " and start it anew");
    }
    if (has(causes, FlinkJobNotFoundException.class)) {
      return fault(
          "the JobManager does not know the job any more; it was started anew meanwhile",
          "See in its log why it ended");
    }
    if (has(causes, ConnectException.class)) {
      return fault("the JobManager does not answer any more", "Start one");
    }
    return Optional.empty();
  }

  private static Optional<ClusterFault> fault(String what, String remedy) {
    return Optional.of(new ClusterFault(what, remedy));
  }

  private static boolean has(List<Throwable> causes, Class<? extends Throwable> type) {
    // what a cluster sends as bytes of a class that cannot be built here keeps its name only
    return causes.stream()
        .anyMatch(cause -> type.isInstance(cause) || cause.toString().contains(type.getName()));
  }

  /** Flink has no class of its own for it. */
  private static boolean lacksBuffers(Throwable cause) {
    return String.valueOf(cause.getMessage()).contains("Insufficient number of network buffers");
  }
}
