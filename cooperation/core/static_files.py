from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Files under names that tell their content, packed beforehand; under their own names until they are collected."""

    def stored_name(self, name):
        return super().stored_name(name) if self.hashed_files else name
