variable "project" {
  description = "Identifier of the Google Cloud project."
  type        = string
}

variable "region" {
  description = "Region of bucket, images, Dataflow jobs and Kubernetes cluster."
  type        = string
  default     = "europe-west1"
}

variable "bucket" {
  description = "Name of the bucket for inputs, runs and temporary files; unique in the world."
  type        = string
}

variable "network" {
  description = "Name of the network that workers are attached to; it must exist."
  type        = string
  default     = "default"
}

variable "subnetwork" {
  description = "Name of the subnetwork in the region; its private access to Google's services must be on."
  type        = string
  default     = "default"
}

variable "kubernetes" {
  description = "Whether to make a Kubernetes cluster too, for Flink with its operator."
  type        = bool
  default     = false
}

variable "machine_type" {
  description = "Machines of the Kubernetes cluster."
  type        = string
  default     = "e2-standard-8"
}

variable "most_machines" {
  description = "Largest number of machines of the Kubernetes cluster in each zone; it starts with one."
  type        = number
  default     = 4
}
