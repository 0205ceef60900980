/** One file of a theme's assets/. `file` is where a problem in it is reported. */
export interface AssetFile {
  readonly bytes: Uint8Array;
  readonly file: string;
}

/** The theme's assets by their paths below assets/: `style.css`, `icons/print.svg`. */
export type AssetFiles = ReadonlyMap<string, AssetFile>;
