/** The sources themselves run in tests, where Node has no worker file to load. */
export const CAN_USE_WORKERS = import.meta.url.endsWith(".js");
