import { spawnSync } from "node:child_process";

/** The editor of the environment: `$VISUAL`, else `$EDITOR`; undefined where neither is set. */
export function editorOf({ VISUAL, EDITOR }: NodeJS.ProcessEnv): string | undefined {
  return [VISUAL, EDITOR].find((command) => command !== undefined && command.trim() !== "");
}

/** Opens a file and waits until the editor is closed. The command may have arguments (`code --wait`); false where it could not be run. */
export function openEditor(command: string, file: string): boolean {
  const isWindows = process.platform === "win32";
  const { status } = isWindows
    ? spawnSync(`${command} "${file}"`, { shell: true, stdio: "inherit" })
    : spawnSync("/bin/sh", ["-c", `${command} "$@"`, command, file], { stdio: "inherit" });
  return status === 0;
}
