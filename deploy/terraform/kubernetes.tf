# A Kubernetes cluster for deploy/kubernetes/overlays/gke. The operator is put into it with Helm, once:
# docs/cloud.md says how.

resource "google_container_cluster" "ccdas" {
  count                    = var.kubernetes ? 1 : 0
  name                     = "ccdas"
  location                 = var.region
  network                  = var.network
  subnetwork               = var.subnetwork
  remove_default_node_pool = true
  initial_node_count       = 1
  deletion_protection      = false

  workload_identity_config {
    workload_pool = "${var.project}.svc.id.goog"
  }

  private_cluster_config {
    enable_private_nodes = true
  }

  network_policy {
    enabled = true
  }

  depends_on = [google_project_service.api]
}

resource "google_container_node_pool" "workers" {
  count    = var.kubernetes ? 1 : 0
  name     = "workers"
  cluster  = google_container_cluster.ccdas[0].id
  location = var.region

  autoscaling {
    min_node_count = 0
    max_node_count = var.most_machines
  }

  node_config {
    machine_type    = var.machine_type
    service_account = google_service_account.worker.email
    oauth_scopes    = ["https://www.googleapis.com/auth/cloud-platform"]
    workload_metadata_config {
      mode = "GKE_METADATA"
    }
    shielded_instance_config {
      enable_secure_boot = true
    }
  }
}

# Pods of the service account ccdas/ccdas act as the worker.
resource "google_service_account_iam_member" "pods" {
  count              = var.kubernetes ? 1 : 0
  service_account_id = google_service_account.worker.name
  role               = "roles/iam.workloadIdentityUser"
  member             = "serviceAccount:${var.project}.svc.id.goog[ccdas/ccdas]"
  depends_on         = [google_container_cluster.ccdas]
}
