# What a run needs on Google Cloud: a bucket, images, two service accounts, and, when asked for, a
# Kubernetes cluster. Dataflow itself needs nothing but its API.

locals {
  apis = concat(
    ["storage.googleapis.com", "artifactregistry.googleapis.com", "dataflow.googleapis.com", "compute.googleapis.com"],
    var.kubernetes ? ["container.googleapis.com"] : [],
  )
}

resource "google_project_service" "api" {
  for_each           = toset(local.apis)
  service            = each.value
  disable_on_destroy = false
}

resource "google_storage_bucket" "ccdas" {
  name                        = var.bucket
  location                    = var.region
  uniform_bucket_level_access = true
  public_access_prevention    = "enforced"

  # jars and temporary files of Dataflow jobs; results stand below runs/ and stay
  lifecycle_rule {
    condition {
      age            = 14
      matches_prefix = ["dataflow/"]
    }
    action {
      type = "Delete"
    }
  }

  # uploads that were given up
  lifecycle_rule {
    condition {
      age = 2
    }
    action {
      type = "AbortIncompleteMultipartUpload"
    }
  }

  depends_on = [google_project_service.api]
}

resource "google_artifact_registry_repository" "ccdas" {
  repository_id = "ccdas"
  location      = var.region
  format        = "DOCKER"
  description   = "Images of ccdas"
  depends_on    = [google_project_service.api]
}
