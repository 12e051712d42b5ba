/** Where, when and by whom. */
export interface Origin {
  readonly by: string;
  readonly account: string | undefined;
  readonly time: number;
  /** The server's id; undefined for what it does not keep. */
  readonly id: string | undefined;
}

/** What a server tells that concerns the chat, whatever line it came in. */
export type ChatEvent = Origin &
  (
    | { kind: 'said'; manner: 'said' | 'action' | 'notice'; to: string; text: string; replyTo?: string | undefined; clientId?: string | undefined }
    | { kind: 'joined'; channel: string }
    | { kind: 'parted'; channel: string; reason: string }
    | { kind: 'quit'; reason: string }
    | { kind: 'renamed'; to: string }
    | { kind: 'kicked'; channel: string; whom: string; reason: string }
    | { kind: 'topic'; channel: string; text: string }
    | { kind: 'topic is'; channel: string; text: string }
    | { kind: 'mode'; channel: string; modes: string; params: readonly string[] }
    | { kind: 'channel renamed'; channel: string; to: string }
    | { kind: 'redacted'; to: string; message: string }
    | { kind: 'reacted'; to: string; message: string; emoji: string; isRemoved: boolean }
    | { kind: 'typing'; to: string; state: string }
    | { kind: 'away'; text: string | undefined }
    | { kind: 'own away'; isAway: boolean }
    | { kind: 'person away'; nick: string; text: string }
    | { kind: 'read up to'; target: string; at: number | undefined }
    | { kind: 'names'; channel: string; names: readonly string[] }
    | { kind: 'names end'; channel: string }
    | { kind: 'seen'; channel: string; nick: string; isAway: boolean }
    | { kind: 'presence'; nicks: readonly string[]; isOnline: boolean }
    | { kind: 'persistence'; choice: string; isOn: boolean }
    | { kind: 'invited'; channel: string; whom: string }
    /** Words of the server; `about` is a channel or a person where it named one. */
    | { kind: 'note'; about: string | undefined; text: string; isError: boolean }
  );
