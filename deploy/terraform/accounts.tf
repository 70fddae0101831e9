# The workers read and write the bucket and do what every worker of Dataflow must; the driver may also
# start jobs.

resource "google_service_account" "worker" {
  account_id   = "ccdas-worker"
  display_name = "Workers of ccdas"
}

resource "google_service_account" "driver" {
  account_id   = "ccdas-driver"
  display_name = "Driver of ccdas"
}

resource "google_storage_bucket_iam_member" "objects" {
  for_each = {
    worker = google_service_account.worker.member
    driver = google_service_account.driver.member
  }
  bucket = google_storage_bucket.ccdas.name
  role   = "roles/storage.objectAdmin"
  member = each.value
}

# Beam asks whether a bucket exists before it stages files there.
resource "google_storage_bucket_iam_member" "bucket" {
  bucket = google_storage_bucket.ccdas.name
  role   = "roles/storage.legacyBucketReader"
  member = google_service_account.driver.member
}

resource "google_project_iam_member" "worker" {
  project = var.project
  role    = "roles/dataflow.worker"
  member  = google_service_account.worker.member
}

resource "google_project_iam_member" "driver" {
  project = var.project
  role    = "roles/dataflow.developer"
  member  = google_service_account.driver.member
}

# The driver's jobs run as the worker.
resource "google_service_account_iam_member" "driver_uses_worker" {
  service_account_id = google_service_account.worker.name
  role               = "roles/iam.serviceAccountUser"
  member             = google_service_account.driver.member
}

resource "google_artifact_registry_repository_iam_member" "images" {
  repository = google_artifact_registry_repository.ccdas.name
  location   = var.region
  role       = "roles/artifactregistry.reader"
  member     = google_service_account.worker.member
}
