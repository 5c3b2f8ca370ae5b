/** What a platform package runs on, in the words of `package.json`. */
export interface Platform {
  readonly os: readonly string[];
  readonly cpu: readonly string[];
  /** Only where the package says which C library it is built for. */
  readonly libc?: readonly string[];
}

const SYSTEM = /^(?:aix|android|darwin|freebsd|linux|netbsd|openbsd|openharmony|sunos|win32)$/;
const PROCESSOR = /^(?:arm|arm64|ia32|loong64|mips64el|ppc64|riscv64|s390x|wasm32|x64)$/;

/**
 * Reads the platform out of the name of a platform package: `@oxlint/binding-linux-x64-musl`.
 * @returns null where the name says no system or no processor
 */
export const platformOfPackage = (name: string): Platform | null => {
  const words = name.split(/[/-]/);
  const os = words.filter((word) => SYSTEM.test(word));
  const cpu = words.filter((word) => PROCESSOR.test(word));
  if (os.length !== 1 || cpu.length !== 1) return null;
  if (words.includes("gnu") || words.includes("gnueabihf")) return { os, cpu, libc: ["glibc"] };
  if (words.includes("musl") || words.includes("musleabihf")) return { os, cpu, libc: ["musl"] };
  return { os, cpu };
};
