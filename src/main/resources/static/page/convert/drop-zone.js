// Where a file comes from: dropped anywhere on the view, or chosen.

/** Tells of each file that is dropped on the view or chosen in the input. */
export function takeFiles(section, label, input, onFile) {
  input.addEventListener('change', () => {
    if (input.files.length > 0) {
      onFile(input.files[0]);
      input.value = ''; // The same file, mended, can be chosen again.
    }
  });
  section.addEventListener('dragover', (event) => {
    event.preventDefault();
    label.classList.add('over');
  });
  section.addEventListener('dragleave', () => label.classList.remove('over'));
  section.addEventListener('drop', (event) => {
    event.preventDefault();
    label.classList.remove('over');
    if (event.dataTransfer.files.length > 0) {
      onFile(event.dataTransfer.files[0]);
    }
  });
}
