output "dataflow_options" {
  description = "What --runner-options of ccdas takes."
  value = join(",", [
    "project=${var.project}",
    "region=${var.region}",
    "gcpTempLocation=gs://${google_storage_bucket.ccdas.name}/dataflow",
    "serviceAccount=${google_service_account.worker.email}",
    "network=${var.network}",
    "subnetwork=regions/${var.region}/subnetworks/${var.subnetwork}",
    "usePublicIps=false",
  ])
}

output "images" {
  description = "Where images of ccdas are pushed to."
  value       = "${var.region}-docker.pkg.dev/${var.project}/${google_artifact_registry_repository.ccdas.repository_id}"
}

output "driver" {
  description = "Service account to run the driver as."
  value       = google_service_account.driver.email
}
