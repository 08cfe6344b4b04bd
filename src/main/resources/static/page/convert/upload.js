// One file on its way to the service. XMLHttpRequest, since fetch tells nothing of an upload's progress.
import { answered, unreachable } from '../call.js';

export class Upload {
  /** @param onProgress told the bytes sent so far */
  constructor(file, query, onProgress) {
    this.request = new XMLHttpRequest();
    this.request.open('POST', `api/v1/conversions?${query}`);
    this.request.setRequestHeader('Content-Type', file.name.endsWith('.gz') ? 'application/gzip' : 'text/csv');
    this.request.upload.addEventListener('progress', (event) => onProgress(event.loaded));
    this.request.upload.addEventListener('load', (event) => onProgress(event.loaded));
    this.file = file;
  }

  /** Sends the file; the report once it is converted, null when it was cancelled. Throws what the service refuses. */
  report() {
    return new Promise((resolve, reject) => {
      this.request.addEventListener('load', () => this.finish(resolve, reject));
      this.request.addEventListener('error', () => reject(unreachable()));
      this.request.addEventListener('abort', () => resolve(null));
      this.request.send(this.file);
    });
  }

  finish(resolve, reject) {
    try {
      resolve(answered(this.request.status, this.request.responseText));
    } catch (e) {
      reject(e);
    }
  }

  /** Breaks the upload off; the service then ends its conversion and keeps nothing. */
  cancel() {
    this.request.abort();
  }
}
