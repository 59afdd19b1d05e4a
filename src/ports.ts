// What the pipeline needs from the world: interfaces only. The edge rooms
// implement them; tests that run the pipeline in memory do too.
import type { KeyObject } from 'node:crypto'
import type { Digest, FurtherDigests, MeasuredFile } from './digest.js'
import type { CodedError, ErrorCode } from './errors.js'
import type { ArtifactUrls, PlannedArtifact } from './plan/plan.js'
import type { Location } from './request/verify-inputs.js'
import type { Result } from './result.js'
import type { TrustedRoot, TrustedRootNeeds } from './trust/trusted-root.js'
import type { VerifiedArtifact } from './verify/verified-artifact.js'

/** Bytes so far of a transfer, and of how many, where the server said so. */
export interface Progress {
  readonly receivedBytes: number
  readonly totalBytes: number | undefined
}

export interface FetchBytesOptions {
  /** The answer's cap in bytes; one byte more is FETCH_TOO_LARGE. */
  readonly maxBytes: number
  readonly accept?: string
  /** The Authorization header, for the origin of the URL and for no other. */
  readonly authorization?: string | undefined
  readonly signal?: AbortSignal | undefined
  /** Sent as the body of a POST, as JSON. */
  readonly json?: string
  /** Sent as the body of a POST, as a form (application/x-www-form-urlencoded). */
  readonly form?: string
  /** Told the headers of the answer. */
  readonly onHeaders?: (headers: Readonly<Record<string, string | string[] | undefined>>) => void
  /** The URL whose server gave this one, as in a challenge; undefined for one that follows from what the user gave. */
  readonly givenBy?: URL | undefined
  /** Less patience than the run has, in milliseconds: for what can be done without. */
  readonly patienceMs?: number | undefined
  /** Asked when the answer is 404: whether it must be there, so that a 404 is one that passes. */
  readonly isExpected?: (() => Promise<boolean> | boolean) | undefined
  /**
   * Says what is wrong with the form of an answer: then it is not the service's, and is FETCH_ANSWER_UNEXPECTED. Of a
   * file it is shown the first bytes alone.
   */
  readonly findFault?: ((bytes: Buffer) => string | undefined) | undefined
}

/** Bytes, and the server's name for this state of them (RFC 9110 §8.8.3). */
interface TaggedBytes {
  readonly bytes: Buffer
  readonly etag: string | undefined
}

export interface FetchFileOptions extends FetchBytesOptions {
  /** Where the bytes go. Created with mode 0600; removed when the fetch fails. */
  readonly path: string
  /** Whether SHA-512 is computed, too. */
  readonly withSha512?: boolean
  readonly onProgress?: ((progress: Progress) => void) | undefined
}

/**
 * GET over HTTP(S) with time-outs, size caps, bounded redirects, and patience with servers that are away.
 * Rejects with a FetchError and with nothing else; an HTTP status other than 200 has `status` set.
 */
export interface Http {
  fetchBytes(url: URL, options: FetchBytesOptions): Promise<Buffer>
  fetchFile(url: URL, options: FetchFileOptions): Promise<MeasuredFile>
  /** @returns undefined when the server says that what this tag names is still what it has */
  fetchIfChanged(
    url: URL,
    options: FetchBytesOptions & { readonly etag: string | undefined },
  ): Promise<TaggedBytes | undefined>
  /** HEAD: the size in bytes, where the server says it. */
  fetchSize(url: URL, options: Pick<FetchBytesOptions, 'signal'>): Promise<number | undefined>
}

interface FetchArtifactOptions {
  readonly withSha512: boolean
  /** Whether the release's verified SBOM lists it: then a 404 is asked again. */
  readonly isListed?: (() => Promise<boolean>) | undefined
}

/** What the release site publishes. Rejects with a coded error that says which piece is missing. */
export interface ReleaseSite {
  fetchChannel(url: URL): Promise<string>
  fetchSignature(urls: ArtifactUrls): Promise<Buffer>
  fetchCertificate(urls: ArtifactUrls): Promise<Buffer>
  fetchBundle(urls: ArtifactUrls): Promise<Buffer>
  fetchChecksum(urls: ArtifactUrls): Promise<Buffer>
  fetchChecksumSha512(urls: ArtifactUrls): Promise<Buffer>
  /**
   * The artifact's size in bytes, without its bytes, where the server says it.
   * Rejects with RELEASE_ARTIFACT_NOT_PUBLISHED when there is none.
   */
  fetchSize(urls: ArtifactUrls): Promise<number | undefined>
  /** A paper that is small enough for memory. */
  fetchPaper(urls: ArtifactUrls): Promise<Buffer>
  /** Streams an artifact into a file of the run's own temporary folder. */
  fetchArtifact(planned: PlannedArtifact, options: FetchArtifactOptions): Promise<MeasuredFile>
  /** Removes a file that was fetched and is not needed any more; never one that somebody else put there. */
  discard(file: MeasuredFile): Promise<void>
  /** Told of an SBOM that is not verified, where papers are kept between runs. */
  forgetPaper?(urls: ArtifactUrls): Promise<void>
  /** A file's digests by other algorithms; rejects if it is not what was measured any more. */
  measureFurther(file: MeasuredFile): Promise<FurtherDigests>
  /** A fetched paper into memory; rejects if it is not what was measured any more. */
  readPaper(file: MeasuredFile): Promise<Buffer>
}

/** The copies of one entry: the same body, once a shard at most. */
export interface LoggedCopies {
  /** The log's answers, unparsed. */
  readonly answers: readonly string[]
  /** Whether every shard was asked, and answered. */
  readonly isComplete: boolean
  /** Why not every shard that was asked answered. */
  readonly failure?: CodedError
}

/** What is asked for decides nothing, and is not waited for. */
export interface HintOptions {
  readonly isHint?: boolean
}

export interface FetchEntryOptions {
  /** Whether there has to be one, so that it is asked for again. */
  readonly isExpected: boolean
  /** ID of the log that promised it: another has nothing to say of it, and rejects with FETCH_ANSWER_UNEXPECTED. */
  readonly promisedBy?: string
}

/** Rekor v1. What it answers is unparsed, and rejects with a coded error. */
export interface TransparencyLog {
  /**
   * The entry with this leaf hash: one copy at least, from whichever shard.
   * Rejects with EVIDENCE_LOG_ENTRY_MISSING when no shard has one.
   */
  fetchEntry(leafHash: Digest, options?: FetchEntryOptions): Promise<LoggedCopies>
  /** Every copy from every shard. Never rejects. */
  fetchCopies(leafHash: Digest): Promise<LoggedCopies>
  /** @param id a UUID of 80 hex, a leaf hash of 64 hex, or an index over all shards */
  fetchEntryBy(id: string | number): Promise<string>
  /** @param ids ten at most, UUIDs or leaf hashes; in their order */
  fetchBatch(ids: readonly string[], options?: HintOptions): Promise<Result<LoggedCopies>[]>
  /**
   * The hashes of a consistency proof between two sizes of one tree.
   * @param tree its ID as 16 hex characters, and the sizes, the first neither 0 nor the last
   */
  fetchConsistencyProof(tree: {
    readonly treeId: string
    readonly firstSize: number
    readonly lastSize: number
  }): Promise<readonly Buffer[]>
  /** UUIDs of the entries about a digest: a hint, best effort by the log's own service level, and no proof of absence. */
  search(digest: Digest, options?: HintOptions): Promise<readonly string[]>
}

/** One artifact at the place it is used from. */
export interface InstalledArtifact {
  readonly planned: PlannedArtifact
  /** The file; of an unpacked tarball, the folder. */
  readonly path: string
  /** The Sigstore bundle beside it: its own, or that of the SBOM that proves it. */
  readonly bundlePath: string
}

/** A file that is written as a whole, beside what is installed. */
export interface FileContent {
  readonly path: string
  readonly text: string | Buffer | Iterable<string>
  /** A folder of the user's that has to hold it, links followed; default: the file's own folder. */
  readonly root?: string | undefined
}

export interface InstallOptions {
  /** Whether tarballs are unpacked. */
  readonly extract: boolean
  /** What everything was verified under. */
  readonly trustedRoot: TrustedRoot
  /** Whether a bundle that another runner placed meanwhile proves what the artifact's own proves. */
  readonly provesTheSame: (artifact: VerifiedArtifact, bundle: string) => boolean
  /**
   * What is written with it, all or nothing: lock, bundles, report. Asked for when it is known where things will
   * stand, and written out before anything is.
   */
  readonly alongside?: (installed: readonly InstalledArtifact[]) => Promise<readonly FileContent[]>
}

/** What stands in the cache: as suspect as a download, since others can write there. */
export interface CachedArtifact {
  /** Hashed at the place it is used from. */
  readonly file: MeasuredFile
  /** Text of the Sigstore bundle beside it, unparsed; undefined when its release's SBOM is to prove it. */
  readonly bundle: string | undefined
  /** What else lies in its folder, which would come onto the PATH with it. */
  readonly strangers: readonly string[]
  /** It stands where it is used from; else it is to be placed like a download. */
  readonly isInPlace: boolean
}

export interface FindOptions {
  readonly withSha512: boolean
  /** Where it is known beforehand. */
  readonly digest?: Digest | undefined
}

export interface ArtifactCache {
  /** @returns undefined when there is nothing whole under this artifact, version and platform */
  find(planned: PlannedArtifact, options: FindOptions): Promise<CachedArtifact | undefined>
  /** Removes what turned out to be wrong. */
  remove(planned: PlannedArtifact): Promise<void>
}

/** The cache of this machine, which tells what there is. */
export interface ToolCache extends ArtifactCache {
  /** @returns the names of what stands under an artifact's name, versions as a rule; as suspect as all else there */
  list(name: string): Promise<readonly string[]>
  /** Whether it is marked as whole; whether it is, is seen when it is found. */
  has(planned: PlannedArtifact): Promise<boolean>
}

/** A cache that other machines share. It may be out of reach: nothing here ever rejects. */
export interface SharedCache extends ArtifactCache {
  /** Keeps what was verified, and did not come from here. */
  save(artifacts: readonly VerifiedArtifact[]): Promise<void>
  /** Leaves no file behind. */
  close(): Promise<void>
}

export interface Installer {
  readonly cache: ToolCache
  /**
   * All or nothing: when one cannot be placed, none is. In the order given.
   * @param papers the SBOMs that bind them, kept for the cache's sake
   */
  install(
    artifacts: readonly VerifiedArtifact[],
    papers: readonly VerifiedArtifact[],
    options: InstallOptions,
  ): Promise<readonly InstalledArtifact[]>
}

/** The lock file or the checkpoint file, as suspect as anything in the repository it stands in. */
export interface LockFile {
  /** Unparsed; undefined when there is none. Rejects with a LockError when it cannot be read. */
  read(): Promise<string | undefined>
}

export interface Repository {
  /** Host and port. */
  readonly registry: string
  readonly repository: string
}

/** A container registry. Bytes that were asked for by digest have it. Rejects with a coded error. */
export interface ImageRegistry {
  /** @returns undefined when there is none */
  fetchManifest(repository: Repository, reference: string | Digest): Promise<Buffer | undefined>
  /** The pages of an index of what refers to a manifest (OCI 1.1); undefined where the registry has no such list. */
  fetchReferrers(repository: Repository, digest: Digest): Promise<readonly Buffer[] | undefined>
  fetchBlob(repository: Repository, digest: Digest): Promise<Buffer>
}

/** The release site, where what it says is a hint alone: it is not waited for. */
export type HintSite = Pick<ReleaseSite, 'fetchChannel' | 'fetchChecksum'>

export interface Ports {
  readonly releaseSite: ReleaseSite
  readonly hintSite: HintSite
  readonly transparencyLog: TransparencyLog
  readonly imageRegistry: ImageRegistry
  /** @param warn told when a fallback is taken */
  loadTrustedRoot(warn: (message: string) => void, needs?: TrustedRootNeeds): Promise<TrustedRoot>
  readonly installer: Installer
  /** Undefined when it is not asked for, or must not be used. */
  readonly sharedCache: SharedCache | undefined
  /** Undefined when none was named. */
  readonly lockFile: LockFile | undefined
  /** What was seen of the log before; undefined when no such file was named. */
  readonly checkpointFile: LockFile | undefined
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** Every host that has answered so far, with its port: `dl.k8s.io:443`. */
  readonly reachedHosts?: () => readonly string[]
}

/** What `verify` needs: files at hand, and the log. */
export interface LocalPorts extends Pick<
  Ports,
  'transparencyLog' | 'loadTrustedRoot' | 'checkpointFile' | 'now' | 'reachedHosts'
> {
  readonly hintSite: HintSite
  /** A piece of evidence; rejects with `missing` when there is none at the location. */
  readEvidence(location: Location, missing: Extract<ErrorCode, `EVIDENCE_${string}_MISSING`>): Promise<Buffer>
  /** The text of a lock file; rejects with a LockError. */
  readLockFile(path: string): Promise<string>
  /** A managed public key; rejects with an InputError when the file holds none of a kind we know. */
  readKey(path: string): Promise<KeyObject>
  /** The digest of a file; rejects with an InputError when it is not one. */
  measure(path: string): Promise<Digest>
  /** Its digests by other algorithms; rejects with an InputError when it is another file by now. */
  measureFurther(path: string, sha256: Digest): Promise<FurtherDigests>
}
