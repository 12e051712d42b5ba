import type { JSX } from 'preact';
import { useApp } from './app-context.ts';
import { Icon, IconButton } from './icons.tsx';
import type { Uploads } from './uploads.ts';

/** Images before they are sent, and how far they are. */
export function UploadList({ uploads, conversation }: { uploads: Uploads; conversation: string }): JSX.Element | null {
  const { words } = useApp();
  const items = uploads.items.value.filter((item) => item.conversation === conversation);
  if (items.length === 0) return null;
  return (
    <div class="uploads" role="group" aria-label={words.upload.title}>
      {items.map((item) => (
        <figure key={item.id} class="upload" data-testid="upload">
          {item.preview === undefined ? <Icon name="file" /> : <img src={item.preview} alt={words.upload.preview(item.file.name)} />}
          <figcaption>{item.error === undefined ? item.file.name : <span role="alert">{words.upload.failed(item.file.name, item.error)}</span>}</figcaption>
          {item.isUnderWay && <progress aria-label={words.upload.uploading(item.file.name)} />}
          <IconButton icon="close" label={words.upload.remove} onClick={() => uploads.remove(item.id)} />
        </figure>
      ))}
      <button type="button" class="button button-main" onClick={() => uploads.sendAll(conversation)} data-testid="upload-send">
        {words.upload.send}
      </button>
    </div>
  );
}
