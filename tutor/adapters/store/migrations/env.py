"""Run by alembic, in the transaction that the caller has begun."""

from alembic import context

from tutor.adapters.store.tables import metadata

__all__: list[str] = []

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
