"""What may be posted by the small forms? The wizard has controls of its own, see `models_ui.form`."""
