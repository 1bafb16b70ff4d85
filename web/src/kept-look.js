/* Not a module, which would wait: the colours kept on this device are set before anything is painted, so that dark never flashes light. */
try {
  document.documentElement.dataset.look = localStorage.getItem("hotspots.look") ?? "";
} catch {
  // Where storage is not allowed the device's own wish stands.
}
