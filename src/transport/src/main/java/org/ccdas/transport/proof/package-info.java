/**
 * Transport models before real data: sulphur hexafluoride, the fluxes and tracers of CarbonTracker,
 * and a fossil-only atmosphere ({@code docs/transport.md}).
 */
package org.ccdas.transport.proof;
