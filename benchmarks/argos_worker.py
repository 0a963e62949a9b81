"""Argos Translate's own `translate()` in its own environment: requests and answers are lines of JSON.

Started by speed.py with the Python of `--argos-python`, so it imports nothing of this project. A request is a list of
articles, each a list of sentences; the answer is the seconds that it took, of the wall and of the processor. The
sentence splitter is replaced by the given sentences, since Argos's would download a model.
"""

import json
import sys
import time
from pathlib import Path


def main(folder):
    answers, sys.stdout = sys.stdout, sys.stderr
    from argostranslate import package, translate

    loaded = package.Package(Path(folder))
    languages = translate.Language("fr", "French"), translate.Language("en", "English")
    translation = translate.PackageTranslation(*languages, loaded)
    translation.sentencizer = Given()
    translation.translate("Une phrase.")
    print("ready", file=answers, flush=True)
    for request in sys.stdin:
        articles = json.loads(request)
        began, spent = time.perf_counter(), time.process_time()
        for sentences in articles:
            translation.sentencizer.sentences = sentences
            translation.translate(" ".join(sentences))
        print(time.perf_counter() - began, time.process_time() - spent, file=answers, flush=True)


class Given:
    """A sentence splitter that is told the sentences."""

    sentences = None

    def split_sentences(self, text):
        return self.sentences or [text]


if __name__ == "__main__":
    main(sys.argv[1])
